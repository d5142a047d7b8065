import type { LoaderFunctionArgs } from "@remix-run/node";
import { useSearchParams } from "@remix-run/react";
import { useMemo } from "react";
import { ChartPlaceContext } from "../../components/charts/chart-place.ts";
import { NotesContext } from "../../components/discussion/notes-context.ts";
import { NotesLink } from "../../components/discussion/notes-link.tsx";
import { EmptyState } from "../../components/layout/empty-state.tsx";
import { titled } from "../../components/layout/titled.ts";
import { NetworkChooser, VIEWS } from "../../components/network/network-chooser.tsx";
import { NetworkFigures } from "../../components/network/network-figures.tsx";
import { NetworkFiles } from "../../components/network/network-files.tsx";
import { NetworkMap } from "../../components/network/network-map.tsx";
import { NetworkMatrix } from "../../components/network/network-matrix.tsx";
import { NetworkSentence } from "../../components/network/network-sentence.tsx";
import { ContactsTable, ProjectsTable } from "../../components/network/network-tables.tsx";
import { useParticipation } from "../../components/releases/participation.ts";
import { ReleaseHead } from "../../components/releases/release-head.tsx";
import { Facts } from "../../components/releases/report-head.tsx";
import { useLocale, useReader, useTexts } from "../../components/texts.ts";
import { usePacked } from "../../components/use-packed.ts";
import { readOpenNotes } from "../../domain/discussion/open-notes.server.ts";
import { changeBetween } from "../../domain/network/change.ts";
import { describeNetwork } from "../../domain/network/describe-network.ts";
import { kindsOf, tiesOfKind } from "../../domain/network/kinds.ts";
import { type NetworkReport, readNetwork } from "../../domain/network/read-network.server.ts";
import { headInWords, sourceInWords } from "../../domain/report/head-in-words.ts";
import { pack } from "../../domain/report/packed.ts";
import { readViews } from "../../domain/report/views.server.ts";
import { textIn } from "../../format.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { answering } from "../../http/respond.server.ts";
import type { Handle } from "../../root.tsx";

export const meta = titled<NetworkReport>((t, data, locale) =>
  data ? `${t.network.title} – ${textIn(data.release.title, locale)} ${data.release.wave}` : t.network.title,
);

export const handle: Handle = { drawnOnce: true };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    const viewer = await requireVerb(request, context, "release.read");
    const network = await readNetwork(context.report, params.releaseId ?? "");
    const { releaseId } = network.release;
    const [views, notes] = await Promise.all([
      readViews(context.db, context.report, releaseId),
      readOpenNotes(context.db, viewer, releaseId),
    ]);
    return pack({ ...network, views, notes }, "nodes", "ties", "earlier");
  });
}

export default function NetworkPage() {
  const { release, newer, network, nodes, ties, earlier, views, notes } = usePacked<typeof loader>();
  const texts = useTexts();
  const locale = useLocale();
  const read = useReader();
  const [search] = useSearchParams();
  const head = headInWords(release, { participation: useParticipation(release), isBrokenDown: false }, texts, locale);
  const { attributes, wishes, frequencies } = network;
  const t = texts.network;
  const attribute = attributes.find(({ code }) => code === search.get("farbe")) ?? attributes[0];
  const view = VIEWS.find((one) => one === search.get("ansicht")) ?? VIEWS[0];
  const waves = useMemo(() => [...earlier, { nodes, ties }], [earlier, nodes, ties]);
  if (!attribute) return null;
  const picture = describeNetwork({ nodes, ties, asked: release.invited }, attribute.code);
  const kinds = kindsOf(network.kinds, nodes, ties);
  const kind = kinds.find(({ code }) => code === search.get("art"));
  // Of one kind nobody knows how many were asked: a project describes its closest contacts only.
  const shown = kind
    ? describeNetwork({ nodes, ties: tiesOfKind(ties, kind.code), asked: null }, attribute.code)
    : picture;
  const named = (title: string) =>
    kind ? t.kinds.titled(title, kind.label ? read(kind.label) : t.kinds.closest) : title;
  const note = kind ? (kind.label ? t.kinds.note : t.kinds.closestNote) : null;
  const before = earlier.at(-1);
  const change = before?.isSame ? changeBetween(before, { nodes, ties }) : null;
  const top = (
    <ReleaseHead
      title={texts.network.title}
      subtitle={<Facts head={head} fictional={release.fictional} />}
      {...{ release, newer, views }}
    />
  );
  if (nodes.length === 0) {
    return (
      <>
        {top}
        <EmptyState title={texts.network.none.title} text={texts.network.none.text} />
      </>
    );
  }
  return (
    <>
      {top}
      <div className="stack network">
        <NetworkSentence picture={picture} asked={release.invited} network={network} />
        <NetworkFigures
          {...{ picture, attribute, wishes }}
          change={before ? { wave: before.wave, isSame: before.isSame, change } : null}
        />
        <NotesContext.Provider value={notes}>
          <NotesLink releaseId={release.releaseId} items={[]} about={texts.network.title} />
        </NotesContext.Provider>
        <NetworkChooser
          {...{ attributes, attribute, view, kinds, kind }}
          releaseId={release.releaseId}
          contacts={picture.graph.contacts.length}
        />
        <ChartPlaceContext.Provider value={{ source: sourceInWords(release, texts, locale) }}>
          {view === "matrix" ? (
            <NetworkMatrix title={named(t.matrix.title)} picture={shown} {...{ note, attribute }} />
          ) : (
            <NetworkMap title={named(t.map.title)} picture={shown} {...{ note, attribute, waves }} />
          )}
        </ChartPlaceContext.Provider>
        <ProjectsTable title={named(t.projects.title)} picture={shown} attribute={attribute} />
        <ContactsTable
          title={kind ? named(t.contacts.some) : t.contacts.title}
          picture={shown}
          {...{ frequencies, kinds: network.kinds }}
        />
        <NetworkFiles releaseId={release.releaseId} />
      </div>
    </>
  );
}
