// What writes, and what it writes with, is needed by few command lines.
export { fixDescriptions } from '../fixing/fix-descriptions.ts';
