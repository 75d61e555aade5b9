using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace HelpDeskBot.Reliability.Support;

/// <summary>Something the program acknowledged, as the client that did it saw it.</summary>
/// <param name="By">Who did it.</param>
/// <param name="What">What it was: the verb of a press, or a kind of message.</param>
internal sealed record LedgerLine(string By, string What)
{
    /// <summary>How the program knows it again: the client's id of a message, the key or nonce of a press.</summary>
    public string? Key { get; init; }

    /// <summary>The program's id of a message.</summary>
    public string? Activity { get; init; }

    public string? Ticket { get; init; }

    /// <summary>The words, each of them unique in the run.</summary>
    public string? Text { get; init; }

    /// <summary>Of a filed ticket: category, impact and urgency as pressed.</summary>
    public string? Choices { get; init; }

    /// <summary>The code of a refusal; null for what was done.</summary>
    public string? Refusal { get; init; }

    /// <summary>How often it was sent again since the connection broke.</summary>
    public int Retries { get; init; }
}

/// <summary>What messages and other lines are called in the ledger; presses are called by their verb.</summary>
internal static class Said
{
    public const string Question = "said.question";
    public const string QuotedComment = "said.comment";
    public const string ThreadNote = "said.note";
    public const string ThreadReply = "said.reply";

    /// <summary>An answer to a question of the intake, or a command: what it does shows in what follows.</summary>
    public const string Typed = "said.typed";

    /// <summary>A ticket's number, to see its card.</summary>
    public const string Status = "said.status";

    /// <summary>A question that the program took for a comment, as it told.</summary>
    public const string TakenAsComment = "told.comment";

    /// <summary>An answer that a client waited for and got.</summary>
    public const string Answer = "told.answer";
}

/// <summary>Keeps what was acknowledged, on disk before the client goes on; where only speed is asked, the disk is the program's alone.</summary>
internal sealed class Ledger : IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly Lock _lock = new();
    private readonly FileStream _file;
    private readonly string _path;
    private readonly bool _isDurable;
    private int _count;

    public Ledger(string path, bool isDurable = true) =>
        (_path, _isDurable, _file) = (path, isDurable, new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite));

    public int Count => Volatile.Read(ref _count);

    public void Write(LedgerLine line)
    {
        lock (_lock)
        {
            _file.Write(JsonSerializer.SerializeToUtf8Bytes(line, Json));
            _file.WriteByte((byte)'\n');
            _file.Flush(flushToDisk: _isDurable);
            _count++;
        }
    }

    /// <summary>All lines, from the file.</summary>
    public IReadOnlyList<LedgerLine> Read() => [.. File.ReadLines(_path).Select(line => JsonSerializer.Deserialize<LedgerLine>(line, Json)!)];

    public void Dispose() => _file.Dispose();
}
