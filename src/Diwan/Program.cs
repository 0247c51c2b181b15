using Diwan.Commands;

// Everything the program can do is a command; no arguments mean `serve`.
return await CommandLine.RunAsync(args);
