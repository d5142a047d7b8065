import type { JsonObject } from "#surveys/json.ts";

/** A text in both languages, as definitions hold it. */
export const both = (de: string, en: string): JsonObject => ({ default: de, en });

/** A choice, row or column. */
export const option = (value: string, de: string, en: string): JsonObject => ({ value, text: both(de, en) });

const encoded = (svg: string) => `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`;

/** A picture that comes with the definition: one shape on a plain ground. */
export const picture = (shape: string, width = 160, height = 120): string =>
  encoded(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect width="${width}" height="${height}" fill="#e2efee"/><g fill="#0a6068">${shape}</g></svg>`,
  );
