namespace Portal.Server.Platform;

/// <summary>Setting "Data:Folder": where files are kept that must survive an update of the program. By default a folder of the user's, never beside the binaries.</summary>
internal sealed class DataFolder
{
    public DataFolder(IConfiguration configuration)
    {
        var configured = configuration["Data:Folder"];

        Path = System.IO.Path.GetFullPath(string.IsNullOrWhiteSpace(configured) ? Default : configured);
        Directory.CreateDirectory(Path);
    }

    public string Path { get; }

    private static string Default => System.IO.Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create),
        "portal");

    public string File(string name) => System.IO.Path.Combine(Path, name);
}
