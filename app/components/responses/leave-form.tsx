import { Form } from "@remix-run/react";
import { paths } from "../../paths.ts";
import { useLeaveDevice } from "../offline/use-leave-device.tsx";
import { useTexts } from "../texts.ts";

/** For guests at a shared device: afterwards their questionnaire opens by its link only. */
export function LeaveForm() {
  const t = useTexts().links.leave;
  const leaving = useLeaveDevice();
  return (
    <Form
      method="post"
      action={paths.guestLeave()}
      className="leave no-print"
      reloadDocument
      onSubmit={leaving.onSubmit}
    >
      <p className="quiet">{t.hint}</p>
      <button type="submit" className="button">
        {t.button}
      </button>
      {leaving.question}
    </Form>
  );
}
