import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { titled } from "../../components/layout/titled.ts";
import { FillHere } from "../../components/survey/fill-here.tsx";
import { barOf, findOpenLink } from "../../domain/links/open-links.server.ts";
import { getInstrument } from "../../domain/responses/instrument.server.ts";
import { roundCover } from "../../domain/responses/open-sheet.server.ts";
import { sheetHere } from "../../domain/responses/sheet-here.ts";
import { textIn } from "../../format.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";
import type { Handle } from "../../root.tsx";
import "../../styles/survey.css";

export const handle: Handle = { width: "wide" };
export const meta = titled<Awaited<ReturnType<typeof loader>>>((_t, shown, locale) =>
  shown ? `${textIn(shown.cover.title, locale)} ${shown.cover.wave}` : "",
);

/** What the page shows comes from the model in the browser. */
export const shouldRevalidate = () => false;

/** Filling in an anonymous round by an open link: the link stays in the address, for it names nobody. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    const token = params.token ?? "";
    const link = await findOpenLink(context.db, token);
    if (!link || barOf(link) || link.privacy !== "anonymous") throw redirect(paths.openLink(token));
    const instrument = await getInstrument(context.db, link);
    const definitionUrl = paths.openDefinition(token, instrument.checksum);
    return { token, linkId: link.link_id, cover: roundCover(link, instrument), definitionUrl };
  });
}

export default function OpenFill() {
  const { token, linkId, cover, definitionUrl } = useLoaderData<typeof loader>();
  return (
    <FillHere
      cover={cover}
      keepAs={linkId}
      definitionUrl={definitionUrl}
      submitUrl={paths.openSubmit(token)}
      thanksUrl={paths.openThanks(token)}
      coverUrl={paths.openLink(token)}
      askUrl={paths.openAsk(token)}
      sheetOf={sheetHere}
    />
  );
}
