import QRCode from "qrcode";

export const QR_FORMATS = { svg: "image/svg+xml", png: "image/png" } as const;
export type QrFormat = keyof typeof QR_FORMATS;

/** Survives a crease and a coffee stain (15 % of the signs), and stays coarse enough for old telephones. */
const CORRECTION = "M";
/** Free signs around it, as the standard wants. */
const MARGIN = 4;
/** Sharp at 10 cm in print. */
const PNG_PIXELS = 1200;

/** A QR code of an address, black on white whatever the theme. */
export async function drawQr(address: string, format: QrFormat): Promise<Uint8Array<ArrayBuffer>> {
  const options = { errorCorrectionLevel: CORRECTION, margin: MARGIN } as const;
  if (format === "png") return new Uint8Array(await QRCode.toBuffer(address, { ...options, width: PNG_PIXELS }));
  return new Uint8Array(Buffer.from(await QRCode.toString(address, { ...options, type: "svg" })));
}
