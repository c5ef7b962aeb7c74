import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runMinglu } from '../run-minglu.ts';
import { openPortalTown, type PortalTown } from './portal-town.ts';
import { download, giveFile, shop } from './walk.ts';

let here: PortalTown;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'minglu-export-'));
  here = await openPortalTown();
  const { region } = shop;
  for (const tradeName of ['清风茶馆', '明月书屋', '山水布店'])
    await here.town
      .citizen('wang')
      .applyFor({ service: 'individual-business', tradeName, region, scope: ['5231'], operator: '王秀英' });
}, 180_000);
afterAll(async () => {
  await here?.close();
  await rm(folder, { recursive: true, force: true });
});

test.each([360, 1280] as const)(
  'the register is exported, counted in the browser and on the command line, and a row left out is named, at %i',
  async (width) => {
    const visit = await here.visit(width);
    const { page } = visit;
    await visit.open('/register');
    await page.locator('.list > li').first().waitFor();
    await page.getByText('各地、各月有多少').click();
    const found = await visit.look('register-export');
    const table = await download(visit, () => page.getByRole('link', { name: '下载表格' }).click());
    expect(table.text.trimEnd().split('\r\n')).toHaveLength(4);
    const lines = await download(visit, () => page.getByRole('link', { name: '下载可核对的文件' }).click());
    for (const { text } of [table, lines]) expect(text).not.toContain('王秀英');

    await page.getByRole('button', { name: '核对一个导出的文件' }).click();
    await giveFile(visit, 'register.jsonl', lines.text, '#export-file');
    await page.getByText('一行不少，一行不多').waitFor();
    found.push(...(await visit.look('export-whole')));
    const shorter = lines.text.split('\n').toSpliced(2, 1).join('\n');
    await giveFile(visit, 'register.jsonl', shorter, '#export-file');
    await page.getByText('少了一行：第 1 号证照').waitFor();
    found.push(...(await visit.look('export-false')));

    const [whole, short, trust] = ['whole.jsonl', 'short.jsonl', 'trust.json'].map((name) => join(folder, name));
    await writeFile(whole ?? '', lines.text);
    await writeFile(short ?? '', shorter);
    await writeFile(trust ?? '', await (await fetch(`${here.town.url}/trust.json`)).text());
    expect((await runMinglu('verify', whole ?? '')).join('\n')).toMatch(/符合条件 asked for: 3/);
    await expect(runMinglu('verify', short ?? '')).rejects.toThrow('export-row-missing {"serial":1}');
    expect([...found, ...visit.problems]).toEqual([]);
    await visit.close();
  },
  60_000,
);
