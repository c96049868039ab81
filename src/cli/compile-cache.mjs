import { enableCompileCache } from 'node:module';

// Reading its own program takes the check most of its time. What Node keeps of the last time has no types any more either, so not
// even this file is written in TypeScript: what takes types away would be loaded for it.
enableCompileCache();
