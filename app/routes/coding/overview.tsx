import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ItemCard } from "../../components/coding/item-card.tsx";
import { EmptyState } from "../../components/layout/empty-state.tsx";
import { Notice } from "../../components/layout/notice.tsx";
import { PageHead } from "../../components/layout/page-head.tsx";
import { titled } from "../../components/layout/titled.ts";
import { useReader, useTexts } from "../../components/texts.ts";
import { readCodingOverview } from "../../domain/coding/read-overview.server.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { idOf } from "../../http/params.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";

export const meta = titled((t) => t.coding.title);

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    const viewer = await requireVerb(request, context, "coding.read");
    return readCodingOverview(context.db, viewer, idOf(params.roundId));
  });
}

export default function Overview() {
  const t = useTexts().coding;
  const read = useReader();
  const { roundId, round, wave, open, items, codes } = useLoaderData<typeof loader>();
  const next = items.find(({ agreement }) => !agreement || agreement.open > 0);
  return (
    <div className="stack">
      <PageHead
        title={t.title}
        subtitle={`${read(round)} ${wave}`}
        trail={[{ to: paths.codingRounds(), label: t.title }]}
        trailLabel={t.overview.label}
      />
      {open ? null : <Notice title={t.readOnly} />}
      {items.length === 0 ? <EmptyState title={t.overview.empty} text={t.overview.emptyText} /> : null}
      {items.map((item) => (
        <ItemCard key={item.item} roundId={roundId} item={item} codes={codes} leads={open && item === next} />
      ))}
      <p className="who-sees">{codes ? t.whoSees.coder : t.whoSees.reader}</p>
    </div>
  );
}
