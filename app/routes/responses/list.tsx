import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { EmptyState } from "../../components/layout/empty-state.tsx";
import { PageHead } from "../../components/layout/page-head.tsx";
import { StateChip } from "../../components/layout/state-chip.tsx";
import { titled } from "../../components/layout/titled.ts";
import { AssignedToMe } from "../../components/responses/assigned-to-me.tsx";
import { useLocale, useReader, useTexts } from "../../components/texts.ts";
import { type InvitationSummary, listSheets } from "../../domain/responses/list-sheets.server.ts";
import { readAssignments } from "../../domain/talk/read-assignments.server.ts";
import { formatDate, formatDeadline } from "../../format.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";

export const meta = titled((t) => t.responses.list.title);

export async function loader({ request, context }: LoaderFunctionArgs) {
  return answering(async () => {
    const viewer = await requireVerb(request, context, "invitation.read");
    return {
      sheets: await listSheets(context.db, viewer),
      assignments: await readAssignments(context.db, viewer),
    };
  });
}

export default function List() {
  const t = useTexts().responses.list;
  const { sheets, assignments } = useLoaderData<typeof loader>();
  const open = sheets.filter((sheet) => sheet.open);
  const closed = sheets.filter((sheet) => !sheet.open);
  return (
    <>
      <PageHead title={t.title} subtitle={t.subtitle} />
      <AssignedToMe assignments={assignments} />
      <h2>{t.open}</h2>
      {open.length === 0 ? (
        <EmptyState title={t.emptyTitle} text={t.empty} headingLevel={3} />
      ) : (
        <Sheets sheets={open} />
      )}
      {closed.length > 0 ? (
        <>
          <h2>{t.closed}</h2>
          <Sheets sheets={closed} />
        </>
      ) : null}
    </>
  );
}

/** Only the first that is still to be filled in has the filled button: one thing to do. */
function Sheets({ sheets }: { sheets: InvitationSummary[] }) {
  const next = sheets.find((sheet) => sheet.open && sheet.state !== "submitted" && sheet.state !== "declined");
  return (
    <ul className="plain-list sheets">
      {sheets.map((sheet) => (
        <Sheet key={sheet.invitationId} sheet={sheet} isNext={sheet === next} />
      ))}
    </ul>
  );
}

const TONES = {
  new: "idle",
  begun: "started",
  submitted: "done",
  reopened: "started",
  withdrawn: "idle",
  declined: "idle",
  missed: "idle",
} as const;

function Sheet({ sheet, isNext }: { sheet: InvitationSummary; isNext: boolean }) {
  const { responses, signOff } = useTexts();
  const t = responses.list;
  const locale = useLocale();
  const read = useReader();
  const { state, invitationId } = sheet;
  const action = {
    new: t.fill,
    begun: t.continue,
    submitted: sheet.anonymous ? t.look : t.read,
    reopened: signOff.list.goOn,
    withdrawn: sheet.open ? signOff.list.anew : t.look,
    declined: t.look,
    missed: t.look,
  }[state];
  const to = state === "submitted" && !sheet.anonymous ? paths.submitted(invitationId) : paths.invitation(invitationId);
  return (
    <li className="card sheets__item">
      <div>
        <h3>
          {read(sheet.title)} {sheet.wave}
        </h3>
        <p className="quiet">
          {sheet.project} ·{" "}
          {sheet.open ? t.dueBy(formatDeadline(sheet.closesAt, locale)) : t.endedOn(formatDate(sheet.closesAt, locale))}
        </p>
        <StateChip tone={TONES[state]}>{t.states[state]}</StateChip>
      </div>
      <Link className={isNext ? "button button--primary" : "button"} to={to}>
        {action}
        <span className="visually-hidden">: {`${read(sheet.title)} ${sheet.wave}`}</span>
      </Link>
    </li>
  );
}
