using System.Collections.Concurrent;

namespace HelpDeskBot.Reliability.Support;

/// <summary>Answers that no client should ever get, such as status 500.</summary>
internal sealed class Troubles
{
    private readonly ConcurrentQueue<string> _found = new();

    public IReadOnlyList<string> Found => [.. _found];

    public void Add(string trouble) => _found.Enqueue(trouble);
}
