using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Desk.Texts;
using HelpDeskBot.Hosting;

try
{
    var app = HelpDeskApp.Build(args);
    await app.RunAsync();
    return 0;
}
catch (Exception wrong) when (wrong is StartupException or WrongFileException)
{
    await Console.Error.WriteLineAsync($"HelpDeskBot cannot start: {wrong.Message}");
    return 1;
}
