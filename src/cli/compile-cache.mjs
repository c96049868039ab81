import { enableCompileCache } from 'node:module';

// Commands spend most of their time loading code. The cache stores compiled code without types, so Node.js does not need to load its
// TypeScript support. This file is JavaScript for the same reason.
enableCompileCache();
