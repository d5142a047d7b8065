import fc from "fast-check";
import { completeValues, TYPED_ATTRIBUTES } from "#app/domain/members/attributes.ts";
import type { KnownAccount, KnownProject, Network } from "#app/domain/members/import/network.ts";

/** Signs that have tripped up spreadsheets, separators and quotes before. */
const SIGNS = [..."abzÄöüßéł 0;,\"'=+-@\t\n\\<>|&%_(){}#€´“„\u200b\u00a0\ufeff🙂x0041"];

/** Names that say something: not only spaces. */
const name = fc
  .string({ unit: fc.constantFrom(...SIGNS), minLength: 1, maxLength: 14 })
  .filter((text) => /[\p{L}\p{N}]/u.test(text));

const dated = fc.record({ start: fc.integer({ min: 0, max: 700 }) });
const dayFrom = (start: number) => new Date(Date.UTC(2025, 0, 1 + start)).toISOString().slice(0, 10);

function chosenOf(codes: readonly string[], multiple: boolean) {
  return multiple ? fc.subarray([...codes]) : fc.constantFrom(...codes).map((code) => [code]);
}

const attributes = fc
  .record(Object.fromEntries(TYPED_ATTRIBUTES.map(({ code, codes, multiple }) => [code, chosenOf(codes, multiple)])))
  .map(completeValues);

const uuid = fc.uuid({ version: 4 });

/** Any network that the app could hold: dated attributes, teams, odd names. No two are called the same. */
export const anyNetwork: fc.Arbitrary<Network> = fc
  .record({
    organisations: fc.uniqueArray(fc.record({ id: uuid, name }), {
      minLength: 1,
      maxLength: 4,
      selector: (one) => one.name.normalize("NFC"),
    }),
    accounts: fc.uniqueArray(
      fc.record({ id: uuid, local: fc.stringMatching(/^[a-z0-9+=-]{1,8}$/), name, closed: fc.boolean() }),
      { maxLength: 8, selector: (one) => one.local },
    ),
    projects: fc.uniqueArray(
      fc.record({
        ...{ id: uuid, name, attributes, dated },
        organisation: fc.nat(),
        until: fc.option(fc.integer({ min: 0, max: 900 }), { nil: null }),
        team: fc.array(fc.record({ account: fc.nat(), lead: fc.boolean() }), { maxLength: 4 }),
      }),
      { maxLength: 6, selector: (one) => one.name.normalize("NFC") },
    ),
  })
  .map(({ organisations, accounts, projects }) => {
    const people = accounts.map(
      ({ id, local, name: called, closed }): KnownAccount => ({
        ...{ accountId: id, address: `${local}@example.org`, name: called, closed },
      }),
    );
    const open = people.filter((one) => !one.closed);
    return {
      organisations: organisations.map((one) => ({ organisationId: one.id, name: one.name })),
      accounts: people,
      projects: projects.map((one): KnownProject => {
        const activeFrom = dayFrom(one.dated.start);
        const team =
          open.length > 0 ? one.team.map(({ account, lead }) => ({ who: open[account % open.length]!, lead })) : [];
        const leads = [...new Set(team.filter(({ lead }) => lead).map(({ who }) => who))];
        const members = [...new Set(team.map(({ who }) => who))].filter((who) => !leads.includes(who));
        return {
          projectId: one.id,
          organisationId: organisations[one.organisation % organisations.length]!.id,
          name: one.name,
          activeFrom,
          activeUntil: one.until === null ? null : dayFrom(one.dated.start + one.until),
          attributes: Object.entries(one.attributes).flatMap(([attribute, values]) =>
            values.map((value) => ({ attribute, value, valid_from: activeFrom, valid_until: null })),
          ),
          ...{ leads, members },
        };
      }),
    };
  });
