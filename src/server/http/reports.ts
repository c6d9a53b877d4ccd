/** `GET /report`: as JSON, or as CSV for a spreadsheet, by what the request would rather have. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { preferred } from './accept';
import type { SeenAs } from '../../contract/backend';
import type { PeriodReport } from '../../model/result-types';
import { reportCsv } from '../../model/report-csv';
import { CSV_WORDS } from '../../model/report-csv-words';
import type { Id } from '../../model/types';
import type { Service } from '../../service/service';

export const CSV = 'text/csv';
const JSON_TYPE = 'application/json';

/** Whether it is to be CSV. Throws 406 when neither will do, before anything is read. */
export function wantsCsv({ headers }: FastifyRequest, reply: FastifyReply): boolean {
  const others = reply.getHeader('vary');
  reply.header('vary', [...(typeof others === 'string' ? [others] : []), 'Accept', 'Accept-Language'].join(', '));
  const type = preferred(headers.accept, [JSON_TYPE, CSV]);
  if (type === undefined) throw Object.assign(new Error('Not acceptable'), { statusCode: 406 });
  return type === CSV;
}

/** The report for a spreadsheet, with the names that stand in it by their ids. */
export async function sendCsv(
  report: PeriodReport,
  {
    request,
    reply,
    service,
    asked,
  }: {
    request: FastifyRequest;
    reply: FastifyReply;
    service: Service;
    asked: { personId: Id; spaceId: Id; as: SeenAs | undefined };
  },
): Promise<FastifyReply> {
  const { personId, spaceId, as } = asked;
  const space = await service.execute(personId, spaceId, 'getSpace', {}, undefined, as);
  const intention = await service.execute(personId, spaceId, 'getIntention', {}, undefined, as);
  const named = <T extends { id: Id; name: string }>(things: readonly T[]) =>
    new Map(things.map(({ id, name }) => [id, name]));
  const language = preferred(languagesOf(request), ['nl', 'en']) ?? 'nl';
  const names = { parties: named(space.parties), drivers: named(intention?.drivers ?? []) };
  return reply
    .headers({
      'content-disposition': `attachment; filename="${language === 'nl' ? 'tussenbericht' : 'report'}-${report.from}-${report.until}.csv"`,
      'content-language': language,
    })
    .type(`${CSV}; charset=utf-8`)
    .send(reportCsv(report, names, CSV_WORDS[language]));
}

/** Without regions: `en-GB` is English. */
function languagesOf({ headers }: FastifyRequest): string | undefined {
  return headers['accept-language']?.replace(/([a-z]+)(?:-[a-z0-9]+)+/gi, '$1');
}
