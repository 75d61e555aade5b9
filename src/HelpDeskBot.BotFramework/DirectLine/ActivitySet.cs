using System.Globalization;
using System.Text;

namespace HelpDeskBot.BotFramework.DirectLine;

/// <summary>Writes <c>{"activities":[…],"watermark":"…"}</c> around activities that are JSON already.</summary>
internal static class ActivitySet
{
    public static string Write(ActivityPage page)
    {
        var json = new StringBuilder("{\"activities\":[");
        json.AppendJoin(',', page.Activities);
        return json.Append(CultureInfo.InvariantCulture, $"],\"watermark\":\"{page.Watermark}\"}}").ToString();
    }
}
