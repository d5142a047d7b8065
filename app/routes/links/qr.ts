import type { LoaderFunctionArgs } from "@remix-run/node";
import { readOpenLink } from "../../domain/links/open-links.server.ts";
import { drawQr, QR_FORMATS, type QrFormat } from "../../domain/links/qr.server.ts";
import { openLinkToken } from "../../domain/links/tokens.server.ts";
import { Problem } from "../../domain/problem.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { idOf } from "../../http/params.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";

/** The QR code of an open link as a picture: `qr.svg` or `qr.png`. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    await requireVerb(request, context, "round.edit");
    const format = /^qr\.(svg|png)$/.exec(params.file ?? "")?.[1] as QrFormat | undefined;
    if (!format) throw new Problem("not-found");
    const link = await readOpenLink(context.db, idOf(params.roundId), idOf(params.linkId));
    const token = openLinkToken(context.env.secret ?? "", link.link_id);
    const picture = await drawQr(`${context.env.origin}${paths.openLink(token)}`, format);
    return new Response(picture, {
      headers: {
        "Content-Type": QR_FORMATS[format],
        "Content-Disposition": `inline; filename="qr-${link.link_id.slice(0, 8)}.${format}"`,
        "Cache-Control": "no-store",
      },
    });
  });
}
