import type { AuditLine } from "@cml/domain/platform";
import { userRoles } from "@cml/domain/auth";
import { useTranslation } from "@cml/ui/i18n";
import { useSiteFormats } from "../../../session/useSite";

type Facts = AuditLine["facts"];

/** Numbers that are told as they stand; rows and letters have a column of their own. */
const counts = ["created", "changed", "rejected", "held", "upvotes", "olderThanDays", "doors", "turfs"] as const;

/** What was written down beside a deed, as words; ids and the state of the machinery are left out. */
export const useFactWords = () => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  return (facts: Facts): string[] => {
    const text = (name: string) => (typeof facts[name] === "string" ? facts[name] : null);
    const list = (name: string): readonly string[] => (Array.isArray(facts[name]) ? facts[name] : []);
    const [role, format, source, from, to] = ["role", "format", "source", "from", "to"].map(text);
    const fields = list("fields").map((field) => t([`record.fields.${field}`, field]));
    const order = list("order");
    const known = userRoles.find((one) => one === role);
    const { buildings, people, shared } = facts;
    const words = [
      format === "csv" ? "CSV" : format === "geojson" ? "GeoJSON" : null,
      typeof buildings === "number" && t("record.facts.buildings", { count: buildings, shown: formats.number(buildings) }),
      people === true && t("record.facts.withPeople"),
      people === false && t("record.facts.withoutPeople"),
      typeof people === "number" && t("record.facts.people", { shown: formats.number(people) }),
      ...counts.map((name) => {
        const value = facts[name];
        return typeof value === "number" && t(`record.facts.${name}`, { shown: formats.number(value) });
      }),
      known !== undefined && t(`people.roles.${known}`),
      source !== null && source !== "" && t("record.facts.source", { value: source }),
      fields.length > 0 && t("record.facts.fields", { value: fields.join(", ") }),
      order.length > 0 && t("record.facts.order", { value: order.join(", ") }),
      from !== null && to !== null && t("record.facts.moved", { from, to }),
      shared === true && t("record.facts.linkOpen"),
      shared === false && t("record.facts.linkClosed"),
      facts["comparison"] === true && t("record.facts.comparison"),
      facts["isWhole"] === false && t("record.facts.brokenOff"),
    ];
    return words.filter((one): one is string => typeof one === "string");
  };
};
