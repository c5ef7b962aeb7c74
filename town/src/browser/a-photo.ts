import type { Visit } from './visit.ts';

/** A JPEG of the premises drawn in the browser itself, as a camera would give it: larger than what is sealed. */
export async function drawPhoto({ page }: Visit, words: string): Promise<Buffer> {
  const text = await page.evaluate(async (shown) => {
    const canvas = document.createElement('canvas');
    canvas.width = 2_400;
    canvas.height = 3_200;
    const pen = canvas.getContext('2d');
    if (pen === null) throw new Error('no canvas');
    pen.fillStyle = '#f4ecd8';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.fillStyle = '#a8281c';
    pen.font = '160px sans-serif';
    pen.fillText(shown, 200, 400);
    pen.fillRect(1_500, 2_400, 500, 500);
    return canvas.toDataURL('image/jpeg', 0.9).split(',')[1] ?? '';
  }, words);
  return Buffer.from(text, 'base64');
}
