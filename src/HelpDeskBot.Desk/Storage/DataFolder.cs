namespace HelpDeskBot.Desk.Storage;

/// <summary>The process cannot start with what it was given; the message says what to change.</summary>
public sealed class StartupException(string message) : Exception(message);

/// <summary>The folder of the embedded database, held by one process at a time.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly FileStream _lock;

    /// <summary>Creates the folder where needed and takes it; throws <see cref="StartupException"/> if another process has it.</summary>
    public DataFolder(StorageOptions options)
    {
        Path = options.DataFolder;
        try
        {
            Directory.CreateDirectory(options.DataFolder);
            _lock = new FileStream(System.IO.Path.Combine(options.DataFolder, "in-use"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StartupException(
                $"The data folder {System.IO.Path.GetFullPath(options.DataFolder)} cannot be used ({failure.Message}). "
                + "Stop the other instance, or choose another folder with --data.");
        }
    }

    public string Path { get; }

    public void Dispose() => _lock.Dispose();
}
