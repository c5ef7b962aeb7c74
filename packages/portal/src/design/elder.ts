import { localRecord } from '../store/local-record.ts';

const elder = localRecord('minglu.elder', (raw) => (typeof raw === 'boolean' ? raw : undefined));

/** 长辈模式: larger type, one column, stronger lines; remembered by this browser. */
export function elderIsOn(): boolean {
  return elder.read() ?? false;
}

export function applyElder(on: boolean = elderIsOn()): void {
  document.documentElement.dataset.elder = on ? 'on' : 'off';
  elder.write(on);
}
