import { enableCompileCache } from 'node:module';

// Commands spend most of their time loading code. The cache stores compiled code without types, so Node.js does not need to load its
// TypeScript support. Written in JavaScript, because TypeScript would have to be loaded first.
enableCompileCache();
