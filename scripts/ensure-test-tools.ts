/** Makes ready what the tests read our output with; what is not to be had is said, and its tests are left out. */
import { ensureChromium } from './ensure-chromium.js';
import { ensureFirefox } from './ensure-firefox.js';
import { ensurePostgresql } from './ensure-postgresql.js';
import { ensureProfile } from './ensure-profile.js';
import { ensurePythonDuckdb } from './ensure-python-duckdb.js';
import { ensureS3Server } from './ensure-s3-server.js';

ensureChromium();
ensureFirefox();
ensurePythonDuckdb();
ensurePostgresql();
ensureS3Server();
await ensureProfile();
