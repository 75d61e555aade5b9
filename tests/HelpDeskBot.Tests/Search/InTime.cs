namespace HelpDeskBot.Tests.Search;

/// <summary>Fails what takes so long that it must be more than linear; what is sound takes well under a second.</summary>
internal static class InTime
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(30);

    public static Task<T> Run<T>(Func<T> work) =>
        Task.Run(work, TestContext.Current.CancellationToken).WaitAsync(Bound, TestContext.Current.CancellationToken);
}
