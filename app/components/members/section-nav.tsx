import { NavLink } from "@remix-run/react";
import { paths } from "../../paths.ts";
import { useTexts } from "../texts.ts";

/** The areas of the desk of members, the same on each of their first pages. */
export function SectionNav() {
  const t = useTexts().members.sections;
  const entries = [
    { to: paths.members(), label: t.projects, end: true },
    { to: paths.organisations(), label: t.organisations },
    { to: paths.people(), label: t.people },
    { to: paths.attributeRequests(), label: t.requests },
    { to: paths.memberImports(), label: t.imports },
  ];
  return (
    <nav className="section-nav" aria-label={t.label}>
      <ul className="plain-list">
        {entries.map((entry) => (
          <li key={entry.to}>
            <NavLink to={entry.to} end={entry.end}>
              {entry.label}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
