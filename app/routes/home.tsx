import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Agenda } from "../components/home/agenda.tsx";
import { PageHead } from "../components/layout/page-head.tsx";
import { titled } from "../components/layout/titled.ts";
import { useLocale, useTexts } from "../components/texts.ts";
import { readAgenda } from "../domain/home/read-agenda.server.ts";
import { maySomewhere } from "../domain/viewer.ts";
import { formatDate } from "../format.ts";
import { requireViewer } from "../http/guard.server.ts";
import { answering } from "../http/respond.server.ts";
import { paths } from "../paths.ts";

export const meta = titled((t) => t.home.title);

/** Everybody starts where their work is: the coordination with what is due today. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  return answering(async () => {
    const viewer = await requireViewer(request, context);
    if (maySomewhere(viewer, "round.read")) {
      const now = new Date();
      return { agenda: await readAgenda(context.db, viewer, now), now };
    }
    if (maySomewhere(viewer, "invitation.read")) throw redirect(paths.invitations());
    // Whoever has no part at present still has an account.
    throw redirect(maySomewhere(viewer, "release.read") ? paths.overview() : paths.account());
  });
}

export default function Home() {
  const t = useTexts().home;
  const locale = useLocale();
  const { agenda, now } = useLoaderData<typeof loader>();
  return (
    <div className="stack">
      <PageHead title={t.title} subtitle={t.subtitle(formatDate(now, locale, "weekday"))} />
      <Agenda agenda={agenda} />
    </div>
  );
}
