import type { Choices } from "../../domain/measures/read-measures.server.ts";
import { formatDate } from "../../format.ts";
import { Notice } from "../layout/notice.tsx";
import { TableScroll } from "../table/table-scroll.tsx";
import { useLocale, useReader, useTexts } from "../texts.ts";
import type { MeasureForm } from "./measure-fields.tsx";

type ClashNoticeProps = { yours: MeasureForm; theirs: MeasureForm; choices: Choices };

/** Two people edited at once: each field in which they differ, with what was typed and what holds now. */
export function ClashNotice({ yours, theirs, choices }: ClashNoticeProps) {
  const t = useTexts().measures.form;
  const write = useWords(choices);
  const fields = FIELDS.filter((field) => yours[field].trim() !== theirs[field].trim());
  return (
    <Notice kind="warn" title={t.clash.title} live="alert">
      <p>{t.clash.text}</p>
      {fields.length > 0 ? (
        <TableScroll label={t.clash.title}>
          <table className="data data--records data--close">
            <thead>
              <tr>
                <th scope="col">{t.clash.heads.field}</th>
                <th scope="col">{t.clash.heads.yours}</th>
                <th scope="col">{t.clash.heads.theirs}</th>
              </tr>
            </thead>
            <tbody>
              {fields.map((field) => (
                <tr key={field}>
                  <th scope="row">{t[field === "roundId" ? "round" : field]}</th>
                  <td data-label={t.clash.heads.yours}>{write(field, yours[field])}</td>
                  <td data-label={t.clash.heads.theirs}>{write(field, theirs[field])}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      ) : null}
    </Notice>
  );
}

const FIELDS = [
  "title",
  "kind",
  "why",
  "responsible",
  "responsibleName",
  "startsOn",
  "endsOn",
  "audience",
  "budget",
  "roundId",
  "result",
] as const satisfies readonly (keyof MeasureForm)[];

function useWords({ people, rounds }: Choices): (field: (typeof FIELDS)[number], value: string) => string {
  const t = useTexts().measures;
  const locale = useLocale();
  const read = useReader();
  return (field, value) => {
    if (value.trim() === "") return field === "responsible" ? t.form.nobody : t.form.clash.empty;
    if (field === "kind") return t.kinds[value as keyof typeof t.kinds] ?? value;
    if (field === "budget") return t.budgets[value as keyof typeof t.budgets] ?? value;
    if (field === "responsible") {
      return value === "name" ? t.form.named : (people.find(({ accountId }) => accountId === value)?.name ?? value);
    }
    if (field === "roundId") {
      const round = rounds.find(({ roundId }) => roundId === value);
      return round ? `${read(round.title)} ${round.wave}` : value;
    }
    const isDay = field === "startsOn" || field === "endsOn";
    return isDay && /^\d{4}-\d\d-\d\d$/.test(value) ? formatDate(value, locale, "short") : value;
  };
}
