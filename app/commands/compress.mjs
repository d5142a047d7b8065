import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const WORTH_BYTES = 1024;
const QUALITY = 9;

/** Puts a Brotli and a gzip twin beside every text file of the client build: the server sends them as they are. */
export function compressFolder(/** @type {string} */ folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) compressFolder(file);
    else if (/\.(js|css|svg|json|txt|webmanifest)$/.test(entry.name)) compressFile(file);
  }
}

function compressFile(/** @type {string} */ file) {
  const content = readFileSync(file);
  if (content.length < WORTH_BYTES) return;
  writeFileSync(`${file}.gz`, gzipSync(content, { level: QUALITY }));
  writeFileSync(`${file}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } }));
}
