import type { ChartSource } from "./chart-place.ts";
import { drawingOf } from "./picture-drawing.ts";
import { layOut } from "./picture-layout.ts";
import type { PictureWords } from "./save-chart.tsx";

/** Pixels of a PNG for each one of the drawing. */
const SCALE = 2;

/** Offers a chart or a coloured table as a file; false where the browser could not make it. */
export async function saveChart(
  kind: "svg" | "png",
  drawn: SVGSVGElement | HTMLTableElement,
  picture: PictureWords,
  source: ChartSource,
): Promise<boolean> {
  const { svg, width, height } = inLight(() => layOut(drawingOf(drawn), picture, source));
  const text = `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(svg)}\n`;
  const vector = new Blob([text], { type: "image/svg+xml" });
  const file = kind === "svg" ? vector : await asPng(vector, width, height);
  if (!file) return false;
  offer(file, `${source.fileName(picture.title)}.${kind}`);
  return true;
}

/** Reads styles in the colours of paper. Nothing is painted meanwhile. */
function inLight<T>(read: () => T): T {
  const { dataset } = document.documentElement;
  dataset.scheme = "light";
  try {
    return read();
  } finally {
    delete dataset.scheme;
  }
}

async function asPng(vector: Blob, width: number, height: number): Promise<Blob | null> {
  const address = URL.createObjectURL(vector);
  try {
    const image = new Image(width, height);
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = width * SCALE;
    canvas.height = height * SCALE;
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
  } catch {
    return null;
  } finally {
    URL.revokeObjectURL(address);
  }
}

function offer(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The download has taken the file over by the next turn.
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
