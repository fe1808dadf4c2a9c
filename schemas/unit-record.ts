import { z } from 'zod';

export const UnitLevel = z.enum(['nation', 'province', 'prefecture', 'county', 'township']);
export type UnitLevel = z.infer<typeof UnitLevel>;

/** A body that tasks of the dataset are given to, with what it does in all of them. */
export const UnitRecord = z.strictObject({
  id: z
    .string()
    .regex(/^u[0-9a-f]{16}$/)
    .describe(
      'Made from the canonical name, else from region and name: the same body has the same id in every dataset.',
    ),
  name: z
    .string()
    .min(1)
    .describe('The canonical name where it can be told, else the name most used.'),
  canonical: z.string().nullable().describe('Full official name where it can be told, else null.'),
  names: z.array(z.string()).describe('Names used for it in the documents, most used first.'),
  region: z
    .string()
    .nullable()
    .describe('Place the body belongs to: 全国, 浙江省, 温州市, 上海市黄浦区; null if not told.'),
  level: UnitLevel.nullable().describe('Level of government of that place.'),
  is_group: z
    .boolean()
    .describe('True where the name means several bodies without naming one: 各区政府.'),
  tasks: z.int().min(1).describe('Tasks it is named for, in whatever role.'),
  leads: z.int().min(0).describe('Of these, tasks whose text says that it leads: role lead.'),
  first_listed: z
    .int()
    .min(0)
    .describe('Tasks whose text names no lead and lists it first: lead_basis first-listed.'),
  supports: z.int().min(0).describe('Tasks it has the role support in.'),
  responsible: z.int().min(0).describe('Tasks it has the role responsible in.'),
  documents: z.int().min(1).describe('Documents that these tasks stand in.'),
});
export type UnitRecord = z.infer<typeof UnitRecord>;
