import type { Asked, ChangeKind } from "../../../domain/rounds/read-change.server.ts";
import { formatCount, formatDeadline, formatList } from "../../../format.ts";
import { paths } from "../../../paths.ts";
import { ConfirmCard } from "../../layout/confirm-card.tsx";
import { ChangeList } from "../../questionnaires/change-list.tsx";
import { useLocale, useTexts } from "../../texts.ts";

type ChangeConfirmProps = {
  asked: Asked;
  round: {
    roundId: string;
    closesAt: Date;
    reminders: readonly number[];
    submitted: number;
    begun: number;
    sealed: number | null;
  };
};

/** Says what will happen, and asks once more. */
export function ChangeConfirm({ asked, round }: ChangeConfirmProps) {
  const t = useTexts().roundChange;
  const locale = useLocale();
  const daysOf = useDays();
  const n = (value: number) => formatCount(value, locale);
  const back = paths.changeRound(round.roundId, isAtOnce(asked.kind) ? undefined : asked.kind);
  const card = { back, action: paths.changeRound(round.roundId, asked.kind) };
  switch (asked.kind) {
    case "frist":
      return (
        <ConfirmCard
          {...card}
          title={t.extend.title}
          confirm={t.extend.confirm}
          fields={{ ...asked.typed, confirmed: "yes" }}
        >
          <p>{t.extend.text(formatDeadline(round.closesAt, locale), formatDeadline(asked.closesAt, locale))}</p>
          <p>{t.extend.follows(daysOf(round.reminders))}</p>
        </ConfirmCard>
      );
    case "erinnerungen":
      return (
        <ConfirmCard
          {...card}
          title={t.reminders.title}
          confirm={t.reminders.confirm}
          fields={{ days: asked.days.join(" "), confirmed: "yes" }}
        >
          <p>{t.reminders.text(daysOf(asked.days))}</p>
          <p>{t.reminders.past}</p>
        </ConfirmCard>
      );
    case "wortlaut":
      return (
        <ConfirmCard
          {...card}
          title={t.amend.title(n(asked.amendment.version.number))}
          confirm={t.amend.confirm}
          fields={{ versionId: asked.amendment.version.versionId, confirmed: "yes" }}
        >
          <p>{t.amend.text}</p>
          <ChangeList changes={asked.amendment.changes} counts={asked.amendment.counts} />
        </ConfirmCard>
      );
    case "abbrechen":
      return (
        <ConfirmCard
          {...card}
          danger
          title={t.cancel.title}
          confirm={t.cancel.confirm}
          backLabel={t.cancel.keep}
          fields={{ reason: asked.reason, confirmed: "yes" }}
        >
          <p>{t.history.reason(asked.reason)}</p>
          <p>{round.sealed === null ? t.cancel.text : t.cancel.erased(n(round.sealed))}</p>
        </ConfirmCard>
      );
    case "schliessen":
      return (
        <ConfirmCard {...card} title={t.close.title} confirm={t.close.confirm} fields={{ confirmed: "yes" }}>
          <p>
            {round.sealed === null ? t.close.text(n(round.submitted), n(round.begun)) : t.close.sealed(n(round.sealed))}
          </p>
        </ConfirmCard>
      );
    case "beenden":
      return (
        <ConfirmCard {...card} danger title={t.end.title} confirm={t.end.confirm} fields={{ confirmed: "yes" }}>
          <p>{t.end.text}</p>
        </ConfirmCard>
      );
    case "archivieren":
      return (
        <ConfirmCard {...card} title={t.archive.title} confirm={t.archive.confirm} fields={{ confirmed: "yes" }}>
          <p>{t.archive.text}</p>
        </ConfirmCard>
      );
  }
}

/** Kinds of change with nothing to fill in. */
export function isAtOnce(kind: ChangeKind): kind is "schliessen" | "beenden" | "archivieren" {
  return kind === "schliessen" || kind === "beenden" || kind === "archivieren";
}

/** "14 und 3", or nothing. */
export function useDays(): (days: readonly number[]) => string {
  const locale = useLocale();
  return (days) =>
    formatList(
      days.map((day) => formatCount(day, locale)),
      locale,
    );
}
