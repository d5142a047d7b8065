import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import type { DryRunPage } from "../../../domain/rounds/dry-run.server.ts";
import { formatCount, formatDeadline, formatList } from "../../../format.ts";
import { paths } from "../../../paths.ts";
import { useLocale, useReader, useTexts } from "../../texts.ts";

/** How the draft is set up, each fact with the way to its step. */
export function SetupFacts({ draft }: { draft: DryRunPage["draft"] }) {
  const texts = useTexts();
  const t = texts.roundSetup.summary;
  const locale = useLocale();
  const read = useReader();
  const begin = formatDeadline(draft.opensAt, locale);
  const privacy = texts.rounds.privacy[draft.privacy];
  const facts: [label: string, value: ReactNode, step: number][] = [
    [t.facts.version, t.versionOf(read(draft.title), formatCount(draft.version, locale)), 1],
    [t.facts.audience, <Audience key="audience" audience={draft.audience} />, 2],
    [t.facts.begin, draft.later ? (draft.planned ? t.planned(begin) : t.notYetPlanned(begin)) : t.now, 3],
    [t.facts.deadline, formatDeadline(draft.closesAt, locale), 3],
    [t.facts.reminders, draft.reminders.length > 0 ? t.reminderDays(daysOf(draft.reminders)) : t.noReminders, 3],
    [t.facts.privacy, draft.strict ? `${privacy}, ${t.strictly}` : privacy, 4],
  ];
  return (
    <dl className="facts setup-facts">
      {facts.map(([label, value, step]) => (
        <div className="setup-facts__line" key={label}>
          <dt>{label}</dt>
          <dd>
            {value}{" "}
            <Link to={paths.roundSetup(draft.roundId, step)} className="setup-facts__change">
              {t.change}
              <span className="visually-hidden">: {label}</span>
            </Link>
          </dd>
        </div>
      ))}
    </dl>
  );

  function daysOf(days: readonly number[]): string {
    return formatList(
      days.map((day) => formatCount(day, locale)),
      locale,
    );
  }
}

function Audience({ audience }: Pick<DryRunPage["draft"], "audience">) {
  const t = useTexts();
  const locale = useLocale();
  const kind = t.roundSetup.audience.kindsShort[audience.kind];
  if (audience.kind !== "attributes") return kind;
  const chosen = Object.entries(audience.attributes).map(([attribute, values]) => {
    const labels = t.attributes.codes[attribute] ?? {};
    const names = values.map((value) => labels[value] ?? value);
    return `${t.attributes.names[attribute] ?? attribute}: ${names.join(", ")}`;
  });
  return `${kind} (${formatList(chosen, locale)})`;
}
