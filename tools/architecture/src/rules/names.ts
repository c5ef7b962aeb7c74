import { partOf } from '../places.ts';
import type { Rule } from '../source-file.ts';

const BUCKETS = /^(utils?|common|helpers?|shared|misc|types|interfaces?)$/;
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*$/;
const COMPONENT = /^[A-Z][A-Za-z0-9]*(\.test)?$/;

/** Files and folders are named for what they hold: kebab-case, no buckets; React components in the portal are PascalCase. */
export const names: Rule = (files) =>
  files.flatMap((file) => {
    const parts = file.path.split('/');
    const stem = (parts.at(-1) ?? '').replace(/\.tsx?$/, '');
    const bucket = [...parts.slice(0, -1), stem.replace(/\.test$/, '')].find((part) => BUCKETS.test(part));
    if (bucket !== undefined) return [{ rule: 'name', path: file.path, detail: `"${bucket}" says nothing` }];
    const isComponent = partOf(file.path) === 'portal' && file.path.endsWith('.tsx') && COMPONENT.test(stem);
    return KEBAB.test(stem) || isComponent ? [] : [{ rule: 'name', path: file.path, detail: 'not kebab-case' }];
  });
