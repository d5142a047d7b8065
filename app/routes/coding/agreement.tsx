import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { AgreementTable } from "../../components/coding/agreement-table.tsx";
import { CodingFrame } from "../../components/coding/coding-frame.tsx";
import { EmptyState } from "../../components/layout/empty-state.tsx";
import { titled } from "../../components/layout/titled.ts";
import { useLocale, useTexts } from "../../components/texts.ts";
import { readAgreement } from "../../domain/coding/read-agreement.server.ts";
import { formatCount, formatNumber, formatPercent } from "../../format.ts";
import { itemKeyOf } from "../../http/coding-form.server.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";

export const meta = titled((t) => t.coding.agreement.title);

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    const viewer = await requireVerb(request, context, "coding.read");
    return readAgreement(context.db, viewer, itemKeyOf(params));
  });
}

export default function AgreementPage() {
  const { agreement: t, overview } = useTexts().coding;
  const locale = useLocale();
  const { place, agreement, codes, differences } = useLoaderData<typeof loader>();
  const count = (value: number) => formatCount(value, locale);
  return (
    <CodingFrame
      place={place}
      title={t.title}
      codes={codes}
      actions={
        codes && place.open && differences.open > 0 ? (
          <Link className="button button--primary" to={paths.settling(place.roundId, place.item)}>
            {overview.toSettle}
          </Link>
        ) : null
      }
    >
      {agreement ? (
        <>
          <section className="card stack--close">
            <p className="sentence">
              {t.sentence(count(agreement.same), count(agreement.texts))}{" "}
              {agreement.meanKappa === null
                ? t.noMean
                : t.mean(formatNumber(agreement.meanKappa, locale, 2), count(agreement.defined))}
            </p>
            {agreement.observed === null ? null : (
              <p>{overview.observed(formatPercent(agreement.observed, locale))}.</p>
            )}
            <p className="quiet">
              {t.explain} {t.perCode}
            </p>
          </section>
          <AgreementTable codes={agreement.codes} names={agreement.names} />
          <p className="table-note">
            {t.interval} {t.undefinedNote}
          </p>
        </>
      ) : (
        <EmptyState title={t.notYet} text={t.notYetText} />
      )}
    </CodingFrame>
  );
}
