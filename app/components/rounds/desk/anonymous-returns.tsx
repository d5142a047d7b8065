import type { Anonymous } from "../../../domain/rounds/desk/read-desk.server.ts";
import { formatCount } from "../../../format.ts";
import { useLocale, useTexts } from "../../texts.ts";

/** Of an anonymous round: sums. */
export function AnonymousReturns({ anonymous }: { anonymous: Anonymous }) {
  const t = useTexts().desk.anonymous;
  const locale = useLocale();
  const count = (n: number) => formatCount(n, locale);
  const { invited, used, openUses, declined, bounced } = anonymous;
  const [first, ...others] = [
    ...(invited > 0 ? [t.used(count(used), count(invited))] : []),
    ...(openUses === null ? [] : [t.usedOpen(openUses, count(openUses))]),
    ...(invited + (openUses ?? -1) === -1 ? [t.none] : []),
  ];
  const sums = [
    ...(declined > 0 ? [t.declined(count(declined))] : []),
    ...(bounced > 0 ? [t.bounced(count(bounced))] : []),
  ];
  return (
    <section className="card returns">
      <h2 className="visually-hidden">{t.title}</h2>
      <p className="returns__sum">{first}</p>
      {others.map((line) => (
        <p className="returns__sum" key={line}>
          {line}
        </p>
      ))}
      {sums.length > 0 ? <p>{sums.join(" · ")}</p> : null}
      <p className="table-note">{t.note}</p>
    </section>
  );
}
