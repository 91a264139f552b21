import { printSvg } from './printSvg.ts';

/** Twice the picture's own size, so that it stays sharp on paper. */
const SCALE = 2;

/** A picture of the page as PNG. */
export async function drawToPng(picture: SVGSVGElement): Promise<Blob> {
  const { width, height } = picture.viewBox.baseVal;
  const address = URL.createObjectURL(new Blob([printSvg(picture)], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width * SCALE;
    canvas.height = height * SCALE;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const png = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
    if (png === null) throw new Error('the browser drew no picture');
    return png;
  } finally {
    URL.revokeObjectURL(address);
  }
}
