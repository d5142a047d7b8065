import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { AskLink } from "../../components/inquiries/ask-link.tsx";
import { titled } from "../../components/layout/titled.ts";
import { AssignedToMe } from "../../components/responses/assigned-to-me.tsx";
import { CoverPage } from "../../components/responses/cover-page.tsx";
import { CoverState, DeclineForm } from "../../components/responses/cover-state.tsx";
import { useTexts } from "../../components/texts.ts";
import { countAsked } from "../../domain/inquiries/read-own.server.ts";
import { declineInvitation, rejoin } from "../../domain/links/decline.server.ts";
import { beginSheet, readCover } from "../../domain/responses/open-sheet.server.ts";
import { readAssignments } from "../../domain/talk/read-assignments.server.ts";
import { textIn } from "../../format.ts";
import { coverSchema } from "../../http/cover-intent.server.ts";
import { parseForm } from "../../http/form.server.ts";
import { requireRespondent } from "../../http/guest.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";
import type { Handle } from "../../root.tsx";

export const handle: Handle = { width: "narrow" };
export const meta = titled<typeof loader>((_t, data, locale) => {
  const sheet = data as Awaited<ReturnType<typeof loader>> | undefined;
  return sheet ? `${textIn(sheet.title, locale)} ${sheet.wave}` : "";
});

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    const invitationId = params.invitationId ?? "";
    const respondent = await requireRespondent(request, context, "invitation.read", invitationId);
    const cover = await readCover(context.db, respondent, invitationId);
    return {
      ...cover,
      asked: await countAsked(context.db, invitationId),
      assignments: await readAssignments(context.db, respondent, invitationId),
    };
  });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  return answering(async () => {
    const invitationId = params.invitationId ?? "";
    const respondent = await requireRespondent(request, context, "response.edit", invitationId);
    const { intent, reason } = await parseForm(request, coverSchema);
    if (intent === "begin") {
      await beginSheet(context.db, respondent, invitationId);
      return redirect(paths.fill(invitationId));
    }
    if (intent === "decline") {
      await declineInvitation(context.db, respondent, { invitationId, reason, now: new Date() });
    } else {
      await rejoin(context.db, respondent, invitationId);
    }
    return redirect(paths.invitation(invitationId));
  });
}

export default function Start() {
  const t = useTexts().responses.start;
  const sheet = useLoaderData<typeof loader>();
  return (
    <CoverPage sheet={sheet} state={<State />} below={<Below />}>
      <Link className="button" to={paths.blank(sheet.invitationId)}>
        {t.blank}
      </Link>
      <NextStep />
    </CoverPage>
  );
}

/** How it stands with the sheet, and what of it waits for the reader. */
function State() {
  const { asked: _, assignments, ...sheet } = useLoaderData<typeof loader>();
  return (
    <>
      <CoverState sheet={sheet} />
      <AssignedToMe assignments={assignments} />
    </>
  );
}

/** Declining, and the way to ask the coordination. */
function Below() {
  const t = useTexts().inquiries;
  const { asked, assignments: _, ...sheet } = useLoaderData<typeof loader>();
  return (
    <>
      <DeclineForm sheet={sheet} />
      <AskLink invitationId={sheet.invitationId}>
        {asked.all > 0 ? ` (${t.standing(asked.all, asked.answered)})` : null}
      </AskLink>
    </>
  );
}

function NextStep() {
  const { responses: t, signOff } = useTexts();
  const { state, open, invitationId, privacy, declined, maySubmit } = useLoaderData<typeof loader>();
  const isAnonymous = privacy === "anonymous";
  if (state === "submitted" || !open) {
    // Of an anonymous answer nothing can be read again.
    return isAnonymous ? null : (
      <Link className="button button--primary" to={paths.submitted(invitationId)}>
        {t.list.read}
      </Link>
    );
  }
  if (declined || (isAnonymous && !maySubmit)) return null;
  if (state === "reopened") {
    return (
      <>
        <Link className="button" to={paths.submitted(invitationId)}>
          {t.list.read}
        </Link>
        <Link className="button button--primary" to={paths.fill(invitationId)}>
          {signOff.state.goOn}
        </Link>
      </>
    );
  }
  if (state !== "new") {
    return (
      <Link className="button button--primary" to={paths.fill(invitationId)}>
        {t.start.resume}
      </Link>
    );
  }
  return (
    <Form method="post">
      <button type="submit" className="button button--primary">
        {t.start.begin}
      </button>
    </Form>
  );
}
