using System.Text.RegularExpressions;

namespace HelpDeskBot.Tests.Architecture;

public partial class LogTests
{
    [Fact]
    public void Log_methods_stand_at_the_bottom_of_the_file() => Rule.Holds(
        file => file.Names(@"\[LoggerMessage\(") && !AtTheBottom().IsMatch(file.Code),
        new SourceFile(
            "src/HelpDeskBot.Desk/Inbox/InboxWorker.cs",
            """
            class InboxWorker
            {
                [LoggerMessage(Level = LogLevel.Error, Message = "Failed")]
                private partial void LogFailed();

                public void Signal() { }
            }
            """));

    [Fact]
    public void Nothing_logs_but_log_methods() => Rule.Holds(
        file => file.Names(@"(?<!Math)\.Log(Trace|Debug|Information|Warning|Error|Critical)?\(|\bConsole\.Write|Debug\.Write|Trace\.Write"),
        new SourceFile("src/HelpDeskBot.Desk/Inbox/InboxWorker.cs", "_logger.LogError(failure, \"failed\");"),
        new SourceFile("src/HelpDeskBot.Desk/Inbox/InboxWorker.cs", "Console.WriteLine(failure);"));

    [Fact]
    public void Log_lines_say_ids_and_codes_and_never_what_people_wrote() => Rule.Holds(
        file => LogMethod().Matches(file.Code).Any(method => SaidByPeople().IsMatch(method.Groups[1].Value)),
        new SourceFile(
            "src/HelpDeskBot.Desk/Inbox/InboxWorker.cs",
            """
            [LoggerMessage(Level = LogLevel.Error, Message = "Cannot read {Text}")]
            private partial void LogUnread(string text);
            """));

    // From the first log method to the end of its class nothing but log methods.
    [GeneratedRegex(@"^(?:(?!\[LoggerMessage\().)*(?:\[LoggerMessage\([^\n]*\n\s*[\w ]*partial void \w+\([^)]*\);\s*)+\}\s*$", RegexOptions.Singleline)]
    private static partial Regex AtTheBottom();

    [GeneratedRegex(@"\[LoggerMessage\([^\n]*\n\s*[\w ]*partial void \w+\(([^)]*)\);")]
    private static partial Regex LogMethod();

    [GeneratedRegex(@"(?i)\b\w*(text|body|subject|description|comment|question|name)\b")]
    private static partial Regex SaidByPeople();
}
