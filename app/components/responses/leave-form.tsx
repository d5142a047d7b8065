import { Form } from "@remix-run/react";
import { paths } from "../../paths.ts";
import { useTexts } from "../texts.ts";

/** For guests at a shared device: afterwards their questionnaire opens by its link only. */
export function LeaveForm() {
  const t = useTexts().links.leave;
  return (
    <Form method="post" action={paths.guestLeave()} className="leave no-print">
      <p className="quiet">{t.hint}</p>
      <button type="submit" className="button">
        {t.button}
      </button>
    </Form>
  );
}
