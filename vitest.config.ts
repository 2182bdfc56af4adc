import { defineConfig } from "vitest/config";
import { projects } from "./tooling/vitest/src/projects";

export default defineConfig({ test: { projects } });
