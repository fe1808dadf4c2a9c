import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { PIPELINE_VERSION } from '../../pipeline/version.js';
import { listTasks, searchDataset } from './dataset-tools.js';
import { extractFile } from './extract-file.js';
import { showSource } from './show-source.js';
import { type Tool, type ToolContext, ToolError } from './tool.js';

/** All tools, in the order of their list. */
export const TOOLS: readonly Tool[] = [extractFile, searchDataset, listTasks, showSource];

/** A server of the Model Context Protocol with the tools; it is not connected yet. */
export function mcpServer(
  context: ToolContext,
  onFault: (tool: string, error: Error) => void,
): McpServer {
  const server = new McpServer(
    { name: 'gongwen', version: PIPELINE_VERSION },
    {
      instructions:
        'Chinese government notices (公文) as data. Every value was read from words of its document: show_source tells where they stand. Names of bodies, places and documents are Chinese. Answers are pages: give `next` as the cursor to go on.',
    },
  );
  for (const { name, title, description, input, output, run } of TOOLS) {
    server.registerTool(
      name,
      {
        title,
        description,
        inputSchema: input,
        outputSchema: output,
        annotations: { readOnlyHint: true, idempotentHint: true, openWorldHint: false },
      },
      async (asked: Record<string, unknown>) => {
        try {
          const structuredContent = await run(context, asked);
          const text = JSON.stringify(structuredContent);
          return { structuredContent, content: [{ type: 'text' as const, text }] };
        } catch (error) {
          if (!(error instanceof ToolError)) onFault(name, error as Error);
          const text =
            error instanceof ToolError
              ? error.message
              : 'The tool failed; the log of gongwen mcp says how.';
          return { isError: true, content: [{ type: 'text' as const, text }] };
        }
      },
    );
  }
  return server;
}
