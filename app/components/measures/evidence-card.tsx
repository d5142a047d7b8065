import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import type { BeforeAfter, Reading } from "../../domain/measures/before-after.ts";
import type { Evidence } from "../../domain/measures/read-evidence.server.ts";
import { formatCount, formatNumber, formatPercent } from "../../format.ts";
import { paths } from "../../paths.ts";
import { FigureTable } from "../charts/figure-table.tsx";
import { FictionalChip } from "../fictional-chip.tsx";
import { useLocale, useReader, useTexts } from "../texts.ts";
import { BeforeAfterScale } from "./before-after-scale.tsx";

export type ReadEvidence = { evidence: Evidence; reading: Reading; compared: BeforeAfter | null };

/** What was found, and what the same item says in a later wave: a sentence first, then base and source. */
export function EvidenceCard({ evidence, reading, compared }: ReadEvidence) {
  const t = useTexts().measures.evidence;
  const read = useReader();
  const { before, after } = evidence;
  const { item } = before;
  const isRow = item.label.de !== item.title.de;
  return (
    <section className="card evidence" aria-label={read(item.label)}>
      <h3>{read(item.label)}</h3>
      {isRow ? <p className="quiet">{read(item.title)}</p> : null}
      {compared ? (
        <Compared evidence={evidence} compared={compared} />
      ) : (
        <Single evidence={evidence} reading={reading} />
      )}
      {after && !compared ? <p>{after.change === "recoded" ? t.recoded : t.dropped}</p> : null}
      {after ? null : <p className="quiet">{t.waiting}</p>}
      {compared && after?.change === "reworded" ? <p className="quiet">{t.reworded}</p> : null}
      <ul className="plain-list evidence__sources">
        {[before.release, ...(after ? [after.release] : [])].map((release) => (
          <li key={release.releaseId}>
            <Link to={paths.release(release.releaseId)}>{t.from(read(release.title), release.wave)}</Link>{" "}
            <FictionalChip fictional={release.fictional} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Compared({ evidence: { before, after }, compared }: { evidence: Evidence; compared: BeforeAfter }) {
  const t = useTexts().measures.evidence;
  const locale = useLocale();
  const say = useCare();
  const [write, writeAfter] = [say(before.release), say(after?.release ?? before.release)];
  const number = (value: number) => formatNumber(value, locale);
  const count = (n: number) => formatCount(n, locale);
  const scale = useScaleText(compared.before);
  const [first, second] = [compared.before, compared.after];
  const waves = [before.release.wave, after?.release.wave ?? ""] as const;
  const bases = (
    <p className="figure__base">
      {t.bases(write(count(first.base)), waves[0], writeAfter(count(second.base)), waves[1])}
    </p>
  );
  if (first.kind === "mean" && second.kind === "mean") {
    return (
      <>
        <p className="sentence sentence--small">
          {t.mean(write(number(first.mean)), writeAfter(number(second.mean)), scale)}
        </p>
        {first.low !== null && first.high !== null ? (
          <BeforeAfterScale low={first.low} high={first.high} before={first.mean} after={second.mean} />
        ) : null}
        <Ends reading={first} codes={before.item.codes} />
        {bases}
        {compared.word ? <p>{t.words[compared.word]}</p> : null}
      </>
    );
  }
  return (
    <Codes before={first} after={second} caption={before.item.label} say={[write, writeAfter]}>
      {bases}
    </Codes>
  );
}

function Single({ evidence: { before }, reading }: { evidence: Evidence; reading: Reading }) {
  const t = useTexts().measures.evidence;
  const locale = useLocale();
  const say = useCare()(before.release);
  const mean = isProtected(before.release) ? t.meanAbout : t.meanOnly;
  const base = <p className="figure__base">{t.base(say(formatCount(reading.base, locale)), before.release.wave)}</p>;
  const scale = useScaleText(reading);
  if (reading.kind !== "mean") {
    return (
      <Codes before={reading} caption={before.item.label} say={[say, say]}>
        {base}
      </Codes>
    );
  }
  return (
    <>
      <p className="sentence sentence--small">{mean(formatNumber(reading.mean, locale), scale)}</p>
      <Ends reading={reading} codes={before.item.codes} />
      {base}
    </>
  );
}

type Say = (figure: string) => string;

/** Figures of releases whose totals are protected are near what was answered, and no more: "rund 3,4". */
function useCare(): (release: Evidence["before"]["release"]) => Say {
  const t = useTexts().measures.evidence;
  return (release) => (isProtected(release) ? t.approximately : (figure) => figure);
}

const isProtected = ({ rule }: Evidence["before"]["release"]): boolean => rule.totals === "protected";

function useScaleText(reading: Reading): string {
  const t = useTexts().measures.evidence;
  const locale = useLocale();
  if (reading.kind !== "mean" || reading.low === null || reading.high === null) return t.quantity;
  return t.scale(formatCount(reading.low, locale), formatCount(reading.high, locale));
}

/** What the ends of the scale are called. */
function Ends({ reading, codes }: { reading: Reading; codes: Evidence["before"]["item"]["codes"] }) {
  const t = useTexts().measures.evidence;
  const locale = useLocale();
  const read = useReader();
  if (reading.kind !== "mean") return null;
  const ends = [reading.low, reading.high].flatMap((step) => {
    const code = codes.find(({ number, missing }) => !missing && number === step);
    return code && step !== null ? [t.low(read(code.label), formatCount(step, locale))] : [];
  });
  return ends.length > 0 ? <p className="quiet">{ends.join(" · ")}</p> : null;
}

type CodesProps = {
  before: Reading;
  after?: Reading;
  caption: Evidence["before"]["item"]["label"];
  /** how exact figures are, before and after */
  say: readonly [before: Say, after: Say];
  children: ReactNode;
};

/** Every answer of a question without a scale, with its share or its mean place. */
function Codes({ before, after, caption, say, children }: CodesProps) {
  const t = useTexts().measures.evidence;
  const locale = useLocale();
  const read = useReader();
  if (before.kind !== "shares" && before.kind !== "ranks") return children;
  const write = (value: number) =>
    before.kind === "shares" ? formatPercent(value, locale) : formatNumber(value, locale);
  const later = new Map(after && "codes" in after ? after.codes.map(({ code, value }) => [code.code, value]) : []);
  const alone = before.kind === "shares" ? t.heads.share : t.heads.place;
  return (
    <>
      <FigureTable
        printed
        toggle={read(caption)}
        caption={`${read(caption)}, ${alone}`}
        table={{
          heads: after ? [t.heads.answer, t.heads.before, t.heads.after] : [t.heads.answer, alone],
          rows: before.codes.map(({ code, value }) => {
            const now = later.get(code.code);
            const first = say[0](write(value));
            const cells = after ? [first, now === undefined ? "–" : say[1](write(now))] : [first];
            return { key: code.code, heads: [read(code.label)], cells };
          }),
        }}
      />
      {children}
    </>
  );
}
