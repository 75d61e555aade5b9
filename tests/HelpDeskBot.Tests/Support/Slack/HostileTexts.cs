namespace HelpDeskBot.Tests.Support.Slack;

/// <summary>More than 500 texts that would call people, lead away or change how they look, if anything in Slack read them as markup.</summary>
internal static class HostileTexts
{
    private static readonly string[] Tokens =
    [
        "<!channel>", "<!here>", "<!everyone>", "<!here|here>", "<!subteam^S123|@admins>", "<@U123>", "<@U123|amina>", "<@W123>", "<#C123>",
        "<#C123|general>", "<!date^1700000000^{date}^https://evil.example|x>", "<https://evil.example|the help desk>", "<https://evil.example>",
        "<mailto:a@evil.example|mail us>", "<tel:1|call>", "<slack://channel?id=C1|x>", "<javascript:alert(1)|x>", "<<!channel>>", "<!channel",
        "&lt;!channel&gt;", "&amp;lt;!channel&amp;gt;", "&#60;!channel&#62;", "*bold*", "_italic_", "~struck~", "`code`", "```block```", "*_~`all`~_*",
        "> quote", ">>> quote", "&gt; quote", "• point", "1. item", "# head", ":fire:", ":+1::skin-tone-2:", "@here", "@channel", "#general",
        "https://evil.example/x", "evil.example", "a@evil.example", "[link](https://evil.example)", "[link](javascript:alert(1))", "![x](https://evil.example/x.png)",
        "[<!channel>](https://evil.example)", "**[<@U1>](<!here>)**", "{\"type\":\"user\",\"user_id\":\"U1\"}", "</>&<>", "=k1", "=", "a 0-", "{{DATE(2026-01-01)}}", "${t}",
    ];

    private static readonly Func<string, string>[] Around =
    [
        token => token,
        token => "before " + token + " behind",
        token => "in" + token + "word",
        token => "line\n" + token + "\nline",
        token => "(" + token + ")",
        token => "*" + token + "*",
        token => "<" + token,
        token => token + ">",
        token => "\u202E" + token + "\u200B",
        token => token + token,
        token => new string('x', 70) + token, // across the end of a button's text
        token => new string('x', 145) + token,
        token => new string('x', 2990) + token,
        token => "\uD83D" + token + "\0",
    ];

    public static readonly IReadOnlyList<string> All = [.. NastyTexts.All, .. from token in Tokens from around in Around select around(token)];
}
