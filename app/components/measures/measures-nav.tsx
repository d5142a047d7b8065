import { NavLink } from "@remix-run/react";
import { paths } from "../../paths.ts";
import { useTexts } from "../texts.ts";

/** From one way to look at the measures to the others; the year goes along. */
export function MeasuresNav({ year }: { year?: string | undefined }) {
  const t = useTexts().measures.views;
  const views = [
    { to: paths.measures({ jahr: year }), label: t.board },
    { to: paths.measureCalendar(year), label: t.calendar },
    { to: paths.annualPlan(year), label: t.plan },
  ];
  return (
    <nav className="section-nav" aria-label={t.label}>
      <ul className="plain-list">
        {views.map(({ to, label }) => (
          <li key={label}>
            <NavLink to={to} end>
              {label}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
