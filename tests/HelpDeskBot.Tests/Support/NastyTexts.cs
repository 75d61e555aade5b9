namespace HelpDeskBot.Tests.Support;

/// <summary>Lines that would do something if anything read them as more than text. No article is about any of them.</summary>
internal static class NastyTexts
{
    public static readonly IReadOnlyList<string> All =
    [
        "qzx <img src=x onerror=\"window.broken=1\"><script>window.broken=1</script>",
        "qzx **bold** _it_ [link](javascript:alert(1)) ![x](http://127.0.0.1:1/x.png) `code` # head",
        "qzx {{DATE(2026-11-24T09:00:00Z, SHORT)}} {{TIME(2026-11-24T09:00:00Z)}}",
        "qzx ${number} ${$root.t} ${if(true, 'x', 'y')} {0} {1:N} {{0}}",
        "qzx {\"type\":\"AdaptiveCard\",\"body\":[{\"type\":\"Image\",\"url\":\"http://127.0.0.1:1/x.png\"}]}",
        "qzx <at>everyone</at> @channel <!channel> <@U123> &lt;b&gt; &amp;",
        "qzx \u202Eright to left\u202C \u05E9\u05DC\u05D5\u05DD \u0645\u0631\u062D\u0628\u0627",
        "qzx \U0001F468\u200D\U0001F469\u200D\U0001F467 \U0001F525 e\u0301 \uFB01 \u200Bzero\u200Bwidth",
        "qzx nul \0 and half \uD83D of a pair",
        "qzx '; DROP TABLE tickets; -- \" \\ %s %n",
        "qzx " + new string('W', 400),
    ];

    /// <summary>The same in few, short enough to be shown whole wherever something is shown.</summary>
    public static readonly IReadOnlyList<string> Few =
    [
        "qzx <b onclick=x>**b** _i_ [l](javascript:x)![i](http://127.0.0.1:1/x)</b> `c` {\"type\":\"Image\"}",
        "qzx {{DATE(2026-11-24T09:00:00Z)}} ${$root.t} {0} {name} <at>e</at> <!channel> &lt; '; DROP -- %s",
        "qzx \u202Eright\u202C \u05E9\u05DC\u05D5\u05DD \U0001F468\u200D\U0001F469 e\u0301 \u200Bzero nul \0 and half \uD83D of a pair",
    ];
}
