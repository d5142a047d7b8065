import { NavLink } from "@remix-run/react";
import { paths } from "../../paths.ts";
import { useTexts } from "../texts.ts";

/** The two halves of "Nachrichten": what is written, and what became of it. */
export function MailTabs() {
  const t = useTexts().messages.tabs;
  return (
    <nav className="mail-tabs" aria-label={t.label}>
      <ul className="plain-list">
        <li>
          <NavLink to={paths.messages()} end>
            {t.templates}
          </NavLink>
        </li>
        <li>
          <NavLink to={paths.deliveries()}>{t.deliveries}</NavLink>
        </li>
      </ul>
    </nav>
  );
}
