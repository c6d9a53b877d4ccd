/** The queries of what is kept of somebody, and for how long, in SQL. */
import type { NamedQuery } from './queries';

export type PrivacyQuery = 'otherProofs' | 'ownRows' | 'outlived';

const NOTHING = /^$/;
const KIND = /^[a-zA-Z]+$/;

export const PRIVACY_QUERIES: { [Q in PrivacyQuery]: NamedQuery<Q> } = {
  otherProofs: {
    newest: /^(?:reply|picture)$/,
    text: `select jsonb_build_object('kind', kind, 'id', id, 'authorProof', author_proof) as data, kind as newest, id
      from samen.other_proofs($1, $2, $3)`,
    values: (_, { after, limit }) => [after?.[0] ?? '', after?.[1] ?? '', limit],
  },
  ownRows: {
    newest: KIND,
    text: `select jsonb_build_object('kind', kind, 'id', id, 'row', data) as data, kind as newest, id
      from samen.own_rows($1, $2, $3, $4, $5)`,
    values: ({ personId, kinds }, { after, limit }) => [
      ...[personId, kinds ?? null, after?.[0] ?? '', after?.[1] ?? '', limit],
    ],
  },
  outlived: {
    newest: NOTHING,
    text: `select jsonb_build_object('id', id) as data, '' as newest, id
      from samen.outlived($1, $2, $3, $4)`,
    values: ({ kind, before }, { after, limit }) => [kind, before, after?.[1] ?? '', limit],
  },
};
