import { describeDatabase } from "@cml/db/overview";
import type { Actor } from "@cml/domain/kernel";
import type { MailTransport } from "@cml/domain/settings";
import type { Deps } from "../../deps";
import { getMailTransport } from "../../settings/get-mail-transport";
import { readSettings } from "../../settings/site-settings/settings-cache";

export type HouseFacts = {
  database: { version: string; migrations: number; embedded: boolean };
  /** How far the database's clock is ahead of this machine's. */
  clockAheadMs: number;
  timeZone: string;
  mail: Pick<MailTransport, "source"> & { host: string; port: number };
};

/** What `cm doctor` tells of the parts that answer; throws when the database does not. */
export const examineHouse = async (deps: Deps, _actor: Actor): Promise<HouseFacts> => {
  const { now, version, migrations } = await describeDatabase(deps.db);
  const clockAheadMs = now.getTime() - deps.clock.now().getTime();
  const { settings } = await readSettings(deps);
  const { source, target } = await getMailTransport(deps);
  return {
    database: { version, migrations, embedded: deps.config.embeddedDatabase },
    clockAheadMs,
    timeZone: settings.timeZone,
    mail: { source, host: target.host, port: target.port },
  };
};
