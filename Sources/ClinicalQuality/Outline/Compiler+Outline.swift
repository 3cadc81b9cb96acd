extension Compiler {
    /// Compiles a library together with those that it includes, and lays it open for reading.
    ///
    /// Throws what `compile` throws for the same texts.
    public func outline(
        _ main: LibrarySource,
        including others: [LibrarySource] = []
    ) throws(CompilationFailure) -> LibraryOutline {
        let compilation = Compilation(model: model, settings: settings)
        let recorder = OutlineRecorder()
        compilation.outline = recorder
        let unit = compilation.addUnit(main)
        compilation.link(unit, others)
        _ = try compilation.finish(unit)
        return OutlineBuilder(compilation, recorder).build()
    }
}
