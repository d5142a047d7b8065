import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { BrandMark } from "../../components/layout/brand-mark.tsx";
import { titled } from "../../components/layout/titled.ts";
import { PrintButton } from "../../components/print-button.tsx";
import { useLocale, useReader, useTexts } from "../../components/texts.ts";
import { readOpenLink } from "../../domain/links/open-links.server.ts";
import { openLinkToken } from "../../domain/links/tokens.server.ts";
import { getInstrument } from "../../domain/responses/instrument.server.ts";
import { roundCover } from "../../domain/responses/open-sheet.server.ts";
import { formatDeadline } from "../../format.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { idOf } from "../../http/params.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";
import type { Handle } from "../../root.tsx";

export const handle: Handle = { width: "narrow" };
export const meta = titled((t) => t.links.page.open.sheet);

/** The sheet to hang up: what it is, three sentences, the code, the address in letters. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    await requireVerb(request, context, "round.edit");
    const link = await readOpenLink(context.db, idOf(params.roundId), idOf(params.linkId));
    const token = openLinkToken(context.env.secret ?? "", link.link_id);
    const cover = roundCover(link, await getInstrument(context.db, link));
    return {
      cover,
      roundId: link.round_id,
      linkId: link.link_id,
      address: `${context.env.origin}${paths.openLink(token)}`,
    };
  });
}

export default function Sheet() {
  const { links, layout } = useTexts();
  const t = links.sheet;
  const locale = useLocale();
  const read = useReader();
  const { cover, roundId, linkId, address } = useLoaderData<typeof loader>();
  const minutes = cover.minutes ? t.minutes(cover.minutes) : t.noMinutes;
  return (
    <>
      <div className="actions no-print">
        <Link className="button" to={paths.roundLinks(roundId)}>
          {t.back}
        </Link>
        <PrintButton>{t.print}</PrintButton>
      </div>
      <article className="link-sheet">
        <p className="link-sheet__brand">
          <BrandMark /> {layout.brand}
        </p>
        <h1>{`${read(cover.title)} ${cover.wave}`}</h1>
        {t.sentences(minutes, formatDeadline(cover.closesAt, locale)).map((sentence) => (
          <p key={sentence} className="link-sheet__sentence">
            {sentence}
          </p>
        ))}
        <img
          className="link-sheet__code"
          src={paths.linkQr(roundId, linkId, "svg")}
          alt={t.alt}
          width={420}
          height={420}
        />
        <p className="link-sheet__address">{address}</p>
      </article>
    </>
  );
}
