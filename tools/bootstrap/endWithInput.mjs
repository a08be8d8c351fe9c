// Loaded into processes that must not outlive who started them: their standard
// input is a pipe that nobody writes to, and that the kernel closes when the
// starter dies, however it dies.
process.stdin.on('end', () => process.exit(1));
process.stdin.on('error', () => process.exit(1));
process.stdin.resume();
process.stdin.unref?.();
