import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Version;

/**
 * Lucene as most people use it: English analysis, BM25, any word of the query, the title twice as heavy as the body. Reads one command a line from
 * standard input and answers each with one line, so that measurements of both engines can take turns while this process stays warm.
 */
public final class LuceneServer {
    private final Analyzer analyzer = new EnglishAnalyzer();
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final Path folder;
    private IndexSearcher searcher;
    private List<String> queries = List.of();

    private LuceneServer(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] args) throws Exception {
        new LuceneServer(Path.of(args[0])).run();
    }

    private void run() throws Exception {
        out.println("Lucene " + Version.LATEST + ", Java " + System.getProperty("java.version"));
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            var words = line.split("\t");
            switch (words[0]) {
                case "index" -> index(Path.of(words[1]));
                case "queries" -> queries = Files.readAllLines(Path.of(words[1]));
                case "time" -> time(Integer.parseInt(words[1]), Integer.parseInt(words[2]));
                case "search" -> search(words[1], Integer.parseInt(words[2]));
                default -> throw new IllegalArgumentException(line);
            }
            if (words[0].equals("queries")) {
                out.println(queries.size());
            }
        }
    }

    /** Indexes a file of id, title and body; answers with the nanoseconds from the first document to an index that can be searched. */
    private void index(Path file) throws IOException {
        var lines = Files.readAllLines(file);
        var target = Files.createTempDirectory(folder, "index");
        var start = System.nanoTime();
        Directory directory = FSDirectory.open(target);
        var config = new IndexWriterConfig(analyzer).setSimilarity(new BM25Similarity()).setRAMBufferSizeMB(512);
        try (var writer = new IndexWriter(directory, config)) {
            for (var line : lines) {
                var cells = line.split("\t", -1);
                var document = new Document();
                document.add(new StringField("id", cells[0], Field.Store.YES));
                document.add(new TextField("title", cells[1], Field.Store.NO));
                document.add(new TextField("body", cells[2], Field.Store.NO));
                writer.addDocument(document);
            }
        }
        searcher = new IndexSearcher(DirectoryReader.open(directory));
        searcher.setQueryCache(null);
        out.println(System.nanoTime() - start);
    }

    /** Runs every query, spread over the threads; answers with the nanoseconds of all, then the median and the 99th percentile of one. */
    private void time(int threads, int top) throws InterruptedException, ExecutionException {
        var took = new long[queries.size()];
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        var start = System.nanoTime();
        var running = new ArrayList<Future<?>>();
        for (var thread = 0; thread < threads; thread++) {
            var first = thread;
            running.add(pool.submit(() -> {
                for (var at = first; at < took.length; at += threads) {
                    var begun = System.nanoTime();
                    searcher.search(parse(queries.get(at)), top);
                    took[at] = System.nanoTime() - begun;
                }
                return null;
            }));
        }
        for (var one : running) {
            one.get();
        }
        var all = System.nanoTime() - start;
        pool.shutdown();
        Arrays.sort(took);
        out.println(all + "\t" + took[took.length / 2] + "\t" + took[(int) (took.length * 0.99)]);
    }

    private void search(String text, int top) throws IOException {
        var line = new StringBuilder();
        for (ScoreDoc hit : searcher.search(parse(text), top).scoreDocs) {
            line.append(searcher.doc(hit.doc).get("id")).append('\t');
        }
        out.println(line);
    }

    private Query parse(String text) throws IOException {
        var query = new BooleanQuery.Builder();
        try (TokenStream tokens = analyzer.tokenStream("body", text)) {
            var term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            for (var count = 0; tokens.incrementToken() && count < 500; count++) {
                query.add(new BoostQuery(new TermQuery(new Term("title", term.toString())), 2), BooleanClause.Occur.SHOULD);
                query.add(new TermQuery(new Term("body", term.toString())), BooleanClause.Occur.SHOULD);
            }
            tokens.end();
        }
        return query.build();
    }
}
