import { z } from "zod";
import { defineJob } from "./definition";

export const influenceJobs = {
  "influence.refresh-representatives": defineJob(z.object({}), { attempts: 1 }),
  // One code or one council that was served from an old answer; asked again in the background.
  "influence.refresh-look-up": defineJob(z.object({ postalCode: z.string() }), { attempts: 2, backoffSeconds: 60 }),
  "influence.refresh-council": defineJob(z.object({ setSlug: z.string() }), { attempts: 2, backoffSeconds: 60 }),
  "influence.warn-of-deadlines": defineJob(z.object({}), { attempts: 1 }),
  "influence.fetch-faces": defineJob(z.object({}), { attempts: 1 }),
  "influence.remind-letters": defineJob(z.object({}), { attempts: 1 }),
  // Approved answers of offices, to everybody they are for.
  "influence.mail-office-answers": defineJob(z.object({}), { attempts: 1 }),
  "influence.ask-what-became": defineJob(z.object({}), { attempts: 1 }),
  "influence.mail-results": defineJob(z.object({}), { attempts: 1 }),
  "influence.count-replies": defineJob(z.object({}), { attempts: 1 }),
  "influence.send-office-digests": defineJob(z.object({}), { attempts: 1 }),
  "influence.purge-letters": defineJob(z.object({}), { attempts: 1 }),
  // What follows a decision about a response once it stood for a minute.
  "influence.settle-response": defineJob(z.object({ responseId: z.uuid(), changeId: z.uuid() }), { backoffSeconds: 30 }),
  "influence.box-response-picture": defineJob(z.object({ responseId: z.uuid() }), { attempts: 2, backoffSeconds: 60 }),
  "influence.purge-responses": defineJob(z.object({}), { attempts: 1 }),
  "influence.sweep-response-pictures": defineJob(z.object({}), { attempts: 1 }),
  // `quick`: only what is due goes to the queue; the sweep does the rest.
  "influence.release-letters": defineJob(z.object({ quick: z.boolean().default(false) }), { attempts: 1 }),
};
