import { resolve } from 'node:path';
import { startHere } from '@minglu/city';
import { numberOption, readArguments } from '../arguments.ts';
import type { Command } from '../command.ts';

const FIRST_PORT = 7_460;

export const start: Command = {
  name: 'start',
  usage: 'minglu start [--empty] [--host] [--directory DIR] [--port N] [--service DIR ...]',
  summary: '启动演示城市，或一个空节点 starts the demonstration city, or a bare node',
  run: async (power, argv) => {
    const args = readArguments(argv, { flags: ['empty', 'host'], options: ['directory', 'port', 'service'] });
    const root = resolve(import.meta.dirname, '..', '..', '..', '..');
    const directory = resolve(args.find('directory') ?? resolve(root, '.city'));
    const firstPort = numberOption(args, 'port', FIRST_PORT);
    const services = args.all('service').map((path) => resolve(path));
    await startHere({ directory, firstPort, empty: args.has('empty'), lan: args.has('host'), root, services }, power);
    return 0;
  },
};
